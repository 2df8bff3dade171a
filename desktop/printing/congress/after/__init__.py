"""What follows a congress: report, list and approval, sealing, handing over, a vacancy filled."""
