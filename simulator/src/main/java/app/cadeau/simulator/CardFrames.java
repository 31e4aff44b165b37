package app.cadeau.simulator;

import java.util.Map;

/** Power-ups as they are used. Only the glove was captured; the others have its shape, and the fields that fit them. */
final class CardFrames {

    static final long LEAD_SECONDS = 3;
    private static final Map<Step.CardKind, String> KEYS = Map.of(
            Step.CardKind.GLOVE, "crit",
            Step.CardKind.MIST, "smoke",
            Step.CardKind.TIME_MAKER, "extra_time",
            Step.CardKind.HAMMER, "special_effect",
            Step.CardKind.TOP_2, "top2",
            Step.CardKind.TOP_3, "top3");

    private final byte[] glove = Resources.base64("frames/glove.b64");

    /** A host as match messages show one. */
    static WireMessage user(BattleHost host) {
        return new WireMessage().set(1, host.id()).set(2, host.live.nickname()).set(4, host.live.name());
    }

    WireMessage played(byte[] common, Step.PlayCard card, BattleHost target, long atMillis) {
        WireMessage told = WireMessage.parse(glove);
        WireMessage use = WireMessage.parse(told.child(5));
        told.set(1, common).set(3, card.kind().type).remove(5);
        GiftFrames.Giver who = GiftFrames.Giver.named(card.who());
        use.edit(1, body -> body(body, card, who, target, atMillis / 1000));
        use.set(2, target.id());
        use.edit(3, text -> text(text, card, who));
        return told.set(card.kind().payload, use);
    }

    private static void body(WireMessage body, Step.PlayCard card, GiftFrames.Giver who, BattleHost target, long now) {
        body.set(1, "pm_mt_boost_" + KEYS.get(card.kind()) + "_name");
        body.set(3, now);
        body.set(
                4,
                new WireMessage()
                        .set(
                                1,
                                new WireMessage()
                                        .set(1, who.userId())
                                        .set(2, who.nickname())
                                        .set(4, who.handle())));
        body.set(5, card.seconds()).set(11, now + LEAD_SECONDS).set(12, target.id());
        boolean chance = card.kind() == Step.CardKind.GLOVE;
        boolean multiplies = chance || card.kind() == Step.CardKind.TOP_2 || card.kind() == Step.CardKind.TOP_3;
        body.remove(6).remove(7).remove(8);
        if (chance) {
            body.set(6, card.low()).set(7, card.high());
        }
        if (multiplies) {
            body.set(8, card.times());
        }
    }

    private static void text(WireMessage text, Step.PlayCard card, GiftFrames.Giver who) {
        String key = KEYS.get(card.kind());
        text.set(1, "pm_mt_boost_send_" + key + "_comment");
        if (card.kind() != Step.CardKind.GLOVE) {
            text.set(2, "{0:user} used " + Entry.kebab(card.kind()).replace('-', ' '));
        }
        text.edit(
                4,
                piece -> piece.edit(
                        21,
                        user -> user.set(
                                1,
                                new WireMessage()
                                        .set(1, who.userId())
                                        .set(3, who.nickname())
                                        .set(38, who.handle())
                                        .set(46, who.secUid())
                                        .set(1028, Long.toString(who.userId())))));
    }
}
