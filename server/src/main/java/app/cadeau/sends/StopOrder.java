package app.cadeau.sends;

import app.cadeau.accounts.AccountId;

/** What to stop. */
public sealed interface StopOrder {

    record OneSend(SendId id) implements StopOrder {}

    record OneAccount(AccountId account) implements StopOrder {}

    /** All sends of one order that several accounts give together. */
    record OneCampaign(CampaignId id) implements StopOrder {}

    record Everything() implements StopOrder {}
}
