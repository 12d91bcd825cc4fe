"""The templates of the official forms that ship with the platform, as blocks with placeholders."""
