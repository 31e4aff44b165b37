package app.cadeau.simulator;

/** Messages of a room that belong to no gift and no match: boxes, goals, ranks, words of the house. */
final class EventFrames {

    private static final int DAILY = 8;

    private final byte[] envelope = Resources.base64("frames/envelope.b64");
    private final byte[] rank = Resources.base64("frames/rank.b64");
    private final byte[] hourly = Resources.base64("frames/hourly.b64");

    WireMessage envelope(byte[] common, Step.Envelope step, long id, Live live, long opensAtMillis) {
        return WireMessage.parse(envelope)
                .set(1, common)
                .edit(
                        2,
                        info -> info.set(1, Long.toString(id))
                                .set(4, step.who())
                                .set(5, step.coins())
                                .set(6, step.people())
                                .set(7, opensAtMillis / 1000)
                                .set(11, Long.toString(live.roomId())));
    }

    WireMessage goal(byte[] common, Step.Goal step, int progress, long id) {
        WireMessage part = new WireMessage().set(1, 1).set(2, step.gift());
        if (progress > 0) {
            part.set(3, progress);
        }
        int status = progress >= step.target() ? 2 : 1;
        WireMessage goal = new WireMessage().set(1, id).set(2, 1).set(3, status).set(4, part.set(4, step.target()));
        return new WireMessage().set(1, common).set(3, goal);
    }

    WireMessage rank(byte[] common, int position) {
        return WireMessage.parse(rank).set(1, common).edit(2, update -> {
            update.set(1, DAILY).set(2, position);
            update.edit(3, text -> text.set(1, "pm_mt_daily_entrance").set(2, "Daily Ranking No. " + position));
        });
    }

    WireMessage rankText(byte[] common, Step.RankText step) {
        return new WireMessage().set(1, common).set(2, 1).set(3, step.before()).set(4, step.after());
    }

    /** As captured it is for all LIVEs: the winner's name and the place are pieces of a text. */
    WireMessage hourly(byte[] common, Live live, int position) {
        return WireMessage.parse(hourly).set(1, common).edit(2, winner -> {
            winner.set(1, live.hostId());
            winner.edit(
                    3,
                    notice -> notice.edit(
                            1,
                            inner -> inner.edit(8, text -> {
                                String[] pieces = {live.nickname(), Integer.toString(position)};
                                int[] at = {0};
                                text.edit(4, piece -> piece.set(11, pieces[Math.min(at[0]++, 1)]));
                            })));
        });
    }

    WireMessage room(byte[] common, String words) {
        return new WireMessage().set(1, common).set(2, words);
    }
}
