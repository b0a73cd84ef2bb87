"""A local stand-in for Discord on 127.0.0.1: REST v10 and gateway, as a discord.py bot uses them.

`server.LocalDiscord` is what consoles, tests and benchmarks hold; `pairing.running` runs the
unchanged client against it. It is judged by the real client over real sockets, and is not Discord:
reactions, voice, polls, stickers and messages written by people do not exist, only the bot can be
denied something in a channel, people differ by their roles' permissions alone, compression is never
used, and answers to interactions are not repeated as MESSAGE_CREATE. What is missing among routes
is answered 404, logged as an error and kept in `unknown_routes`.
"""
