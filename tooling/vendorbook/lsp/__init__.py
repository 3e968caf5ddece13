"""What an editor is told while a record is being written, over the Language Server Protocol."""
