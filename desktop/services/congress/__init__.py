"""A branch's congress: preparing, roll and bodies, the votes in their order, approval what is due after."""
