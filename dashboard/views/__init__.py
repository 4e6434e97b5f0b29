"""The pages: each reads through dashboard/queries, acts through dashboard/acts, and draws."""
