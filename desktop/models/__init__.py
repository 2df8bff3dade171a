"""What the office keeps: mapped classes by noun, in an encrypted database with one history."""
