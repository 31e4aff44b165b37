package app.cadeau.simulator;

/** Messages of a speed challenge. Their times are seconds left on the match clock. */
final class TaskFrames {

    private final byte[] start = Resources.base64("frames/task-start.b64");
    private final byte[] update = Resources.base64("frames/task-update.b64");
    private final byte[] settle = Resources.base64("frames/task-settle.b64");

    /** As captured it has no type: START is zero, and absent. */
    WireMessage start(byte[] common, BattlePlan.Challenge challenge) {
        WireMessage told = WireMessage.parse(start).set(1, common);
        told.edit(
                3,
                begun -> begun.edit(1, config -> {
                    config.set(1, challenge.previewAt());
                    config.edit(2, preview -> preview.edit(2, prompt -> prompt(prompt, challenge)));
                    config.edit(
                            3,
                            task -> task.set(1, challenge.startAt())
                                    .set(2, challenge.seconds())
                                    .set(23, challenge.target())
                                    .edit(12, prompt -> prompt(prompt, challenge)));
                    config.edit(
                            4,
                            reward -> reward.set(1, challenge.rewardAt())
                                    .set(2, challenge.rewardSeconds())
                                    .set(3, challenge.times())
                                    .edit(11, prompt -> prompt(prompt, challenge))
                                    .edit(12, prompt -> prompt(prompt, challenge)));
                }));
        return told;
    }

    private static void prompt(WireMessage prompt, BattlePlan.Challenge challenge) {
        prompt.edit(2, piece -> {
            String name = new String(piece.child(1), java.nio.charset.StandardCharsets.UTF_8);
            piece.set(2, Integer.toString(name.equals("dur") ? challenge.seconds() : challenge.times()));
        });
    }

    WireMessage update(byte[] common, int progress, long fromUser, String logId) {
        return WireMessage.parse(update)
                .set(1, common)
                .edit(4, change -> change.set(1, progress).set(2, fromUser).set(21, logId));
    }

    /** @param result 0 succeeded, which is an empty message; 1 failed, 2 both succeeded */
    WireMessage settle(byte[] common, int result) {
        WireMessage told = WireMessage.parse(settle).set(1, common);
        return result == 0 ? told : told.set(5, new WireMessage().set(1, result));
    }

    WireMessage rewardSettle(byte[] common, long sum) {
        WireMessage piece = new WireMessage().set(1, "sum").set(2, Long.toString(sum));
        WireMessage prompt = new WireMessage().set(1, "pm_mt_live_match_desc_2").set(2, piece);
        return new WireMessage()
                .set(1, common)
                .set(2, 3)
                .set(6, new WireMessage().set(1, prompt).set(2, 1));
    }
}
