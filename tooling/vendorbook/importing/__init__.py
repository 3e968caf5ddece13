"""A firm's old sheet, taken in: drafts of what it says, and every cell that could not be used."""
