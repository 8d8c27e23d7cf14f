# Why the house says no.
reason-join-first = You need to be a member of this group.
reason-managers-only = Only the managers of this group can do this.
reason-author-only = Only the person who wrote it can do this.
reason-author-or-manager = Only its author and the group's managers can do this.
reason-archived = This group is archived: it can be read, but no longer written in.
reason-not-for-guests = Guests cannot do this. Ask a manager to invite you.
reason-ask-first = This group is private: ask to join to read what is published in it.
reason-already-in = You are already in this group.
reason-already-asked = Your request is already recorded, a manager will answer it.
reason-already-decided = This has already been answered.
reason-invitation-only = People join this group by invitation only.
reason-administrators-only = This page is for administrators.
reason-only-yourself = Only the person concerned can do this.
reason-last-manager = A group always keeps a manager: name someone else first.
