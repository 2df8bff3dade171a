"""Web pages whose tables are lists."""
