## /setup: how a server plays, and what its admins can change about it.

setup-title = ⚙️ Setup of { $server }
setup-channel = 📢 **Daily post:** in { $channel }, at **{ $time }**
setup-channel-thread = 📢 **Daily post:** in { $channel }, at **{ $time }**, each with a thread of its own
setup-no-channel = 📢 **Daily post:** none yet. Choose a channel below, and it comes every day at **{ $time }**.
setup-zone = 🌍 **Time zone:** { $zone }, where it is { $now } now
setup-style = 🎲 **Style:** { $style }
setup-mix = 🎚️ **Difficulty:** { $mix }
setup-language = 💬 **Language:** { $language }
setup-language-discord = as on Discord ({ $language })
setup-role = 🔔 **Ping:** { $role }. Members join and leave it with `{ -notify }`.
setup-no-role = 🔔 **Ping:** nobody
setup-next = Next post
setup-next-none = None is planned.
setup-next-now = Any moment now.
setup-next-at = **{ $weekday } { $date }, { $time }** ({ $when }) in { $channel }
setup-trouble = ⚠️ Needs you
setup-footer = Every choice counts at once.

## What is chosen from.

setup-style-solo = solo
setup-style-together = together
setup-style-race = race
setup-style-relay = relay
setup-style-about-solo = Everyone on a board of their own; nobody sees the others' guesses.
setup-style-about-together = One board for the whole channel, kept up to date below the post.
setup-style-about-race = Everyone on a board of their own, and the first to find the word wins.
setup-style-about-relay = One board for the channel, and you take turns.
setup-mix-easy = easy every day
setup-mix-week = easy on Monday to hard on Saturday
setup-mix-hard = hard every day
setup-choose-channel = Channel of the daily post
setup-choose-hour = Hour of the daily post
setup-choose-style = How you play
setup-choose-mix = How hard it is
setup-choose-role = Role to ping (none: leave it empty)
setup-choose-language = Language of everything that all can see
setup-choose-zone = Which of these do you mean?

## Buttons, and the form for time and time zone.

setup-button-time = Time and time zone
setup-button-more = More
setup-button-back = Back
setup-button-stop = Stop posting
setup-button-thread = Threads: yes
setup-button-no-thread = Threads: no
setup-form-title = Time and time zone
setup-form-time = Time of the daily post
setup-form-time-about = For example 18:30 or 6:30 pm.
setup-form-zone = City or time zone
setup-form-zone-about = For example Berlin, New York or Asia/Tokyo.

## What is amiss.

setup-not-manager = Only members who may manage this server can do that (the permission *Manage Server*).
setup-no-server = I am not a member of this server any more, so there is nothing to set up.
setup-bad-time = I can't read { $text } as a time. Try 18:30 or 6:30 pm. Nothing was changed.
setup-unknown-zone = I don't know a time zone called { $text }. Try a bigger city in the same country. Nothing was changed.
setup-which-zone = { $text } could be several places. Which one do you mean?
setup-not-saved = { $why } Nothing was changed.
setup-lacks = In { $channel } I lack these permissions: { $permissions }.
setup-cannot-see = I can't see { $channel }: it was deleted, or I lack the permission **{ $permission }** there.
setup-gone = The channel was deleted, or I may not see it. Choose another one.
setup-stopped = Posting has stopped because of that. I try again once a day, and at once after any change here.
setup-unfit-role = That role can't be used: choose one that members can have, not everybody's and not a bot's.
setup-role-power = Nobody can join { $role } with `{ -notify }`: I lack the permission **{ setup-permission-manage-roles }**.
setup-role-height = Nobody can join { $role } with `{ -notify }`: it stands above my own role. Drag mine above it in the server's settings.

## Discord's permissions, as it calls them.

setup-permission-view-channel = View Channel
setup-permission-send-messages = Send Messages
setup-permission-embed-links = Embed Links
setup-permission-attach-files = Attach Files
setup-permission-read-message-history = Read Message History
setup-permission-create-public-threads = Create Public Threads
setup-permission-send-messages-in-threads = Send Messages in Threads
setup-permission-mention-everyone = Mention @everyone, @here and All Roles
setup-permission-manage-roles = Manage Roles

## /notify

setup-notify-on = 🔔 You have { $role } now: I ping it when the daily puzzle is here. `{ -notify }` takes it off again.
setup-notify-off = 🔕 { $role } is off: no more pings.
setup-notify-none = This server has no role for pings. Somebody who manages it can choose one with `{ -setup }`.
setup-notify-gone = The role for pings was deleted. Somebody who manages this server can choose another one with `{ -setup }`.
setup-notify-power = I can't give you { $role }: I lack the permission **{ setup-permission-manage-roles }**. Please tell somebody who manages this server.
setup-notify-height = I can't give you { $role }: it stands above my own role. Please ask somebody who manages this server to drag mine above it.

## Hello.

setup-welcome-title = 👋 Hello, I am Warmer!
setup-welcome = I hide a word every day, and you find it by *meaning*: guess any word, and I tell you how warm it is.

    `{ -guess }` plays at once: only you see your guesses.
    `{ -setup }` lets whoever manages this server choose a channel and an hour for the daily puzzle, and how you play.
    `{ -help }` tells the rest.
