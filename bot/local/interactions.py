"""The bot's side of interactions: callbacks, the original answer, and follow-ups."""

from bot.local import payloads, posting
from bot.local.apierror import ApiError, invalid, refuse, unknown
from bot.local.exchange import EPHEMERAL
from bot.local.pending import Answer, Pending
from bot.local.posting import Draft
from bot.local.state import LOADING, Json, StoredMessage, World
from bot.local.validation.forms import check_choices, check_modal
from bot.local.validation.problems import Problems

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
TOKEN_LIFE_S = 15 * 60
ANSWERS = {
    COMMAND: {Answer.MESSAGE, Answer.DEFER, Answer.MODAL},
    COMPONENT: set(Answer) - {Answer.CHOICES},
    AUTOCOMPLETE: {Answer.CHOICES},
    MODAL_SUBMIT: {Answer.MESSAGE, Answer.DEFER},
}
UPDATES = {Answer.DEFER_UPDATE, Answer.UPDATE}
# Where only the person authorized the bot, and not the server.
PRIVATE_FOLLOW_UPS = 5
COMMAND_REPLY, REPLY = 20, 19


class Interactions:
    """The interactions of the last 15 minutes, found by id and by token."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_id: dict[int, Pending] = {}
        self._by_token: dict[str, Pending] = {}
        self.modals: dict[tuple[int, str], Pending] = {}

    def add(self, pending: Pending) -> None:
        """Take a new interaction in, and forget those whose tokens have died."""
        dead = self._world.clock() - TOKEN_LIFE_S - 60
        while self._by_id and (oldest := next(iter(self._by_id.values()))).created < dead:
            del self._by_id[oldest.id], self._by_token[oldest.token]
        self._by_id[pending.id] = self._by_token[pending.token] = pending

    def settle_all(self) -> None:
        """Let nobody wait any longer."""
        for pending in self._by_id.values():
            pending.settle()

    def callback(self, interaction_id: int, token: str, draft: Draft) -> Json:
        """Acknowledge; return Discord's callback object. Raises ApiError 10062, 40060, 50035."""
        pending = self._by_id.get(interaction_id)
        if pending is None or pending.token != token or pending.late:
            raise unknown("interaction")
        if pending.answer is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        answer = self._answer(pending, draft.data.get("type"))
        body = Draft(draft.data.get("data") or {}, draft.files, ("data",))
        message = self._carry_out(pending, answer, body)
        pending.acknowledge(answer, message)
        return self._callback_object(pending, answer, message)

    def follow_up(self, token: str, draft: Draft) -> StoredMessage:
        """Send a further message; the first one after "thinking…" takes its place."""
        pending = self._live(token)
        original = self._world.messages.get(pending.original_id or 0)
        if original is not None and original.deleted:
            original = None
        if original is not None and original.loading:
            posting.appear(self._world, original, draft)
            pending.touch(original)
            return original
        if pending.private and pending.follow_ups >= PRIVATE_FOLLOW_UPS:
            text = "This interaction has reached the maximum number of follow-up messages"
            raise ApiError(400, 40094, text)
        replied = original.id if original is not None else None
        message = self._post(pending, draft, kind=REPLY, replied_to=replied)
        pending.follow_ups += 1
        pending.touch(message)
        return message

    def message(self, token: str, which: str) -> StoredMessage:
        """Return an answer by id or "@original". Raises ApiError 10015, 10008, 50027."""
        pending = self._live(token)
        wanted = pending.original_id if which == "@original" else int(which)
        message = self._world.messages.get(wanted or 0)
        owned = message is not None and (
            message.interaction_id == pending.id or message is pending.source
        )
        if message is None or message.deleted or not owned:
            raise unknown("Message")
        return message

    def edit(self, token: str, which: str, draft: Draft) -> StoredMessage:
        """Edit an answer; a deferred one appears with this and keeps its ephemeral flag."""
        message = self.message(token, which)
        if message.loading:
            posting.appear(self._world, message, draft)
        else:
            posting.edit(self._world, message, draft)
        self._by_token[token].touch(message)
        return message

    def delete(self, token: str, which: str) -> None:
        """Delete an answer."""
        message = self.message(token, which)
        posting.delete(self._world, message)
        self._by_token[token].touch(message)

    def _live(self, token: str) -> Pending:
        pending = self._by_token.get(token)
        if pending is None or pending.answer is None:
            raise unknown("Webhook")
        if self._world.clock() - pending.created > TOKEN_LIFE_S:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return pending

    def _answer(self, pending: Pending, kind: object) -> Answer:
        allowed = set(ANSWERS[pending.type])
        if pending.source is not None:
            allowed |= UPDATES
        for answer in allowed:
            if answer == kind:
                return answer
        problems = Problems()
        problems.one_of(("type",), sorted(allowed))
        raise invalid(problems)

    def _carry_out(self, pending: Pending, answer: Answer, draft: Draft) -> StoredMessage | None:
        if answer is Answer.MESSAGE:
            message = self._post(pending, draft, **self._kind(pending))
        elif answer is Answer.DEFER:
            message = self._think(pending, draft)
        elif answer in UPDATES and pending.source is not None:
            message = pending.source
            if message.deleted:
                raise unknown("Message")
            if answer is Answer.UPDATE:
                posting.edit(self._world, message, draft)
        else:
            self._open(pending, answer, draft)
            return None
        pending.original_id = message.id
        return message if answer is not Answer.DEFER_UPDATE else None

    def _open(self, pending: Pending, answer: Answer, draft: Draft) -> None:
        problems = Problems()
        check = check_modal if answer is Answer.MODAL else check_choices
        check(problems, draft.data, draft.path)
        refuse(problems)
        if answer is Answer.MODAL:
            pending.modal = draft.data
            self.modals[pending.person.id, draft.data["custom_id"]] = pending
        else:
            pending.choices = list(draft.data.get("choices") or [])

    def _think(self, pending: Pending, draft: Draft) -> StoredMessage:
        message = StoredMessage(
            self._world.ids.next(),
            pending.channel_id,
            self._world.clock(),
            flags=LOADING | ((draft.data.get("flags") or 0) & EPHEMERAL),
            **self._origin(pending),
            **self._kind(pending),
        )
        self._world.store(message)
        return message

    def _post(
        self, pending: Pending, draft: Draft, *, kind: int, replied_to: int | None
    ) -> StoredMessage:
        channel = self._world.channels.get(pending.channel_id)
        if channel is None:
            raise unknown("Channel")
        origin = self._origin(pending)
        return posting.create(
            self._world, channel, draft, kind=kind, replied_to=replied_to, **origin
        )

    def _origin(self, pending: Pending) -> Json:
        metadata: Json = {
            "id": str(pending.id),
            "type": pending.type,
            "user": payloads.user(pending.person),
            "authorizing_integration_owners": pending.owners,
        }
        if pending.type == COMPONENT and pending.source is not None:
            metadata["interacted_message_id"] = str(pending.source.id)
        return {
            "viewer_id": pending.person.id,
            "interaction_id": pending.id,
            "interaction": metadata,
        }

    @staticmethod
    def _kind(pending: Pending) -> Json:
        if pending.source is None:
            return {"kind": COMMAND_REPLY, "replied_to": None}
        return {"kind": REPLY, "replied_to": pending.source.id}

    def _callback_object(
        self, pending: Pending, answer: Answer, message: StoredMessage | None
    ) -> Json:
        about: Json = {"id": str(pending.id), "type": pending.type}
        resource: Json = {"type": int(answer)}
        if message is not None:
            about |= {
                "response_message_id": str(message.id),
                "response_message_loading": message.loading,
                "response_message_ephemeral": message.ephemeral,
            }
            resource["message"] = message
        return {"interaction": about, "resource": resource}
