"""Papers of the office itself: lists of its registers, recovery sheet, package slip, sheet of a scan."""
