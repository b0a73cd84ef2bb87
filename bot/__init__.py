"""The drivers: Discord, the scheduler, the command line and the console."""
