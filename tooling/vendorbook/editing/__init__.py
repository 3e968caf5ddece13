"""Writing records: whole files or nothing, in the house's layout, read again by the strict reader before it is kept."""
