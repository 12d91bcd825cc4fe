"""Every reader of files is fed changed files, over and over."""
