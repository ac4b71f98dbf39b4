"""All meetings: today's, those to write up, those to come, those that were."""
