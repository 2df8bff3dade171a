"""What prepares congresses: working groups, approvals of each unit, works registered."""
