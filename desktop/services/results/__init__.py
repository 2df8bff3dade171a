"""What the authority makes of a result: received, recognised, held again, signed scans."""
