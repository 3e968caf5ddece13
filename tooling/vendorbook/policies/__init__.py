"""Control files read into Policy values, and the rulebook that a register is judged by."""
