"""Papers of a branch congress, under the Party's letterhead alone; no statute sets their form."""
