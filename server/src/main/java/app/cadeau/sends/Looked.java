package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.LiveFacts;

/** What came of looking at a LIVE without sending anything. */
public sealed interface Looked {

    /** @param account whose lane looked */
    record OnAir(AccountId account, LiveFacts facts) implements Looked {}

    record NotSeen(Reason reason) implements Looked {}
}
