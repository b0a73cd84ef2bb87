"""Routes of servers, members, roles and users."""

from bot.local import payloads
from bot.local.apierror import unknown
from bot.local.exchange import Person
from bot.local.rest.call import Call, Route
from bot.local.state import Guild, Json, World

GUILD = "/guilds/{guild_id}"
MEMBER = "/guilds/{guild_id}/members/{user_id}"


class GuildRoutes:
    """Who and what is there."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("GET", "/users/@me/guilds", self.mine),
            Route("POST", "/users/@me/channels", self.direct),
            Route("GET", "/users/{user_id}", lambda c: payloads.user(self._person(c))),
            Route("GET", GUILD, lambda c: payloads.guild(self._guild(c))),
            Route("GET", f"{GUILD}/channels", self.channels),
            Route("GET", f"{GUILD}/roles", self.roles),
            Route("GET", f"{GUILD}/members", self.members),
            Route("GET", MEMBER, self.member),
            Route("PUT", MEMBER + "/roles/{role_id}", self.give_role),
            Route("DELETE", MEMBER + "/roles/{role_id}", self.take_role),
        ]

    def mine(self, _: Call) -> list[Json]:
        """Return the servers the bot is in."""
        return [payloads.guild(g) | {"permissions": "0"} for g in self._joined()]

    def _joined(self) -> list[Guild]:
        return [guild for guild in self._world.guilds.values() if guild.joined]

    def direct(self, call: Call) -> Json:
        """Open the direct message channel with a person."""
        person_id = int(call.json.get("recipient_id") or 0)
        if person_id not in self._world.people:
            raise unknown("User")
        return payloads.channel(self._world.direct_channel(person_id), self._world)

    def channels(self, call: Call) -> list[Json]:
        """Return a server's channels."""
        ids = self._guild(call).channel_ids
        return [payloads.channel(self._world.channels[i], self._world) for i in ids]

    def roles(self, call: Call) -> list[Json]:
        """Return a server's roles."""
        guild = self._guild(call)
        return [payloads.role(r, guild) for r in guild.roles.values()]

    def members(self, call: Call) -> list[Json]:
        """Return a server's members by id."""
        guild = self._guild(call)
        after, limit = int(call.query.get("after", 0)), int(call.query.get("limit", 1))
        ids = [i for i in sorted(guild.members) if i > after][:limit]
        return [payloads.member(self._world.people[i], guild) for i in ids]

    def member(self, call: Call) -> Json:
        """Return one member, the bot included."""
        guild = self._guild(call)
        if call.id("user_id") == self._world.application_id:
            return payloads.bot_member(self._world, guild)
        self._roles_of(call)
        return payloads.member(self._person(call), guild)

    def give_role(self, call: Call) -> None:
        """Give a member a role."""
        self._roles_of(call).add(self._role(call))

    def take_role(self, call: Call) -> None:
        """Take a role from a member."""
        self._roles_of(call).discard(self._role(call))

    def _guild(self, call: Call) -> Guild:
        guild = self._world.guilds.get(call.id("guild_id"))
        if guild is None or not guild.joined:
            raise unknown("Guild")
        return guild

    def _person(self, call: Call) -> Person:
        person = self._world.people.get(call.id("user_id"))
        if person is None:
            raise unknown("User")
        return person

    def _roles_of(self, call: Call) -> set[int]:
        roles = self._guild(call).members.get(call.id("user_id"))
        if roles is None:
            raise unknown("Member")
        return roles

    def _role(self, call: Call) -> int:
        role_id = call.id("role_id")
        if role_id not in self._guild(call).roles:
            raise unknown("Role")
        return role_id
