"""What hostile hands may put into a register, its repository or the surroundings of a run."""
