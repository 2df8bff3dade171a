"""Party branches and their members: lists, standings, moves. A member's file is never kept."""
