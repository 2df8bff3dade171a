"""Finding anything the office keeps: people, hamlets, elections, papers, packages, what to do."""
