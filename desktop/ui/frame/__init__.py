"""The frame of an open office: rail, top bar, messages, help, crash report."""
