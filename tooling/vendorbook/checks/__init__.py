"""What policies ask of a record: one pure function a module, of the module's own name."""
