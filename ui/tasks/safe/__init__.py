"""What is done about keys and backups, each over the settings: with a job beside the window."""
