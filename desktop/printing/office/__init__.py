"""Papers of the office itself: recovery sheet, package slip, sheet of a scan."""
