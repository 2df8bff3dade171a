"""What a congress itself issues: report on attendance, minutes, resolution."""
