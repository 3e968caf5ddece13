"""The site that auditors read: what the register says and how it stands, as pages that need nothing but a browser."""
