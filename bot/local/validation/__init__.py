"""Discord's limits on everything a bot sends, checked the way Discord reports them."""
