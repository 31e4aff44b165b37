package app.cadeau.live;

import app.cadeau.live.MatchEvent.Card;
import app.cadeau.live.MatchEvent.Phase;
import app.cadeau.webcast.proto.ArmiesTrigger;
import app.cadeau.webcast.proto.BattleCardUse;
import app.cadeau.webcast.proto.BattleSetting;
import app.cadeau.webcast.proto.BattleTaskResult;
import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.LinkMicArmies;
import app.cadeau.webcast.proto.LinkMicBattle;
import app.cadeau.webcast.proto.LinkMicBattleItemCard;
import app.cadeau.webcast.proto.LinkmicBattleTaskMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads messages of a match. Null for those that bear on no multiplier. */
final class MatchTold {

    private static final int MOST_TIMES = 1_000;
    private static final long MOST_SECONDS = 86_400;
    /** The year 2100: numbers of the stream may be any, and no sum of them may overflow. */
    private static final long MOST_MILLIS = 4_102_444_800_000L;

    private MatchTold() {}

    static @Nullable MatchEvent battle(String msgId, LinkMicBattle told) {
        var phase = switch (told.getAction()) {
            case BATTLE_ACTION_OPEN -> Phase.BEGUN;
            case BATTLE_ACTION_FINISH, BATTLE_ACTION_CUT_SHORT -> Phase.OVER;
            case BATTLE_ACTION_UNKNOWN,
                    BATTLE_ACTION_INVITE,
                    BATTLE_ACTION_REJECT,
                    BATTLE_ACTION_CANCEL,
                    BATTLE_ACTION_ACCEPT,
                    BATTLE_ACTION_QUIT_APPLY,
                    BATTLE_ACTION_DECLINE_QUIT,
                    BATTLE_ACTION_DECLINE_OFF_QUIT,
                    BATTLE_ACTION_LEAVE,
                    UNRECOGNIZED -> phase(told.getSetting());
        };
        return standing(msgId, told.getCommon(), told.getBattleId(), phase, told.getSetting());
    }

    static @Nullable MatchEvent armies(String msgId, LinkMicArmies told) {
        var over = told.getTriggerReason() == ArmiesTrigger.ARMIES_TRIGGER_BATTLE_END;
        var phase = over ? Phase.OVER : phase(told.getSettings());
        return standing(msgId, told.getCommon(), told.getBattleId(), phase, told.getSettings());
    }

    private static @Nullable Phase phase(BattleSetting setting) {
        return switch (setting.getStatus()) {
            case BATTLE_STATUS_RUNNING -> Phase.GOES_ON;
            case BATTLE_STATUS_FINISHED, BATTLE_STATUS_VICTORY_LAP_OVER -> Phase.OVER;
            case BATTLE_STATUS_UNKNOWN, UNRECOGNIZED -> null;
        };
    }

    private static @Nullable MatchEvent standing(
            String msgId, CommonMessageData common, long battle, @Nullable Phase phase, BattleSetting setting) {
        return phase == null
                ? null
                : new MatchEvent.Standing(msgId, text(battle), said(common), phase, endsAt(setting));
    }

    private static @Nullable Instant endsAt(BattleSetting setting) {
        if (setting.getEndTimeMs() > 0) {
            return moment(setting.getEndTimeMs());
        }
        return setting.getStartTimeMs() > 0 && setting.getDuration() > 0
                ? moment(setting.getStartTimeMs())
                        .plusSeconds(seconds(setting.getDuration()) + seconds(setting.getExtraDurationSecond()))
                : null;
    }

    /** Success is an empty message and START is no type: absent is zero. */
    static @Nullable MatchEvent task(String msgId, LinkmicBattleTaskMessage told) {
        var battle = text(told.getBattleId());
        var said = said(told.getCommon());
        return switch (told.getType()) {
            case BATTLE_TASK_TYPE_START -> {
                var reward = told.getTaskStart().getConfig().getReward();
                yield new MatchEvent.Challenge(
                        msgId,
                        battle,
                        said,
                        seconds(reward.getStart()),
                        seconds(reward.getDuration()),
                        times(reward.getRewardMultiple()));
            }
            case BATTLE_TASK_TYPE_TASK_SETTLE -> {
                var result = told.getTaskSettle().getResult();
                var won = result == BattleTaskResult.BATTLE_TASK_RESULT_SUCCEED
                        || result == BattleTaskResult.BATTLE_TASK_RESULT_BOTH_SUCCEED;
                yield new MatchEvent.ChallengeSettled(msgId, battle, said, won);
            }
            case BATTLE_TASK_TYPE_REWARD_SETTLE -> new MatchEvent.RewardOver(msgId, battle, said);
            case BATTLE_TASK_TYPE_UPDATE, UNRECOGNIZED -> null;
        };
    }

    static @Nullable MatchEvent card(String msgId, LinkMicBattleItemCard told) {
        return switch (told.getMsgType()) {
            case ITEM_CARD_TYPE_CRITICAL_STRIKE -> booster(msgId, told, Card.GLOVE, told.getCriticalStrike());
            case ITEM_CARD_TYPE_TOP_2 -> booster(msgId, told, Card.TOP_2, told.getTop2());
            case ITEM_CARD_TYPE_TOP_3 -> booster(msgId, told, Card.TOP_3, told.getTop3());
            case ITEM_CARD_TYPE_EXTRA_TIME ->
                new MatchEvent.MoreTime(
                        msgId,
                        text(told.getBattleId()),
                        said(told.getCommon()),
                        seconds(told.getExtraTime().getCard().getLastDuration()));
            case ITEM_CARD_TYPE_UNKNOWN,
                    ITEM_CARD_TYPE_OBTAIN_GUIDE,
                    ITEM_CARD_TYPE_SMOKE,
                    ITEM_CARD_TYPE_AWARD_NOTICE,
                    ITEM_CARD_TYPE_SPECIAL_EFFECT,
                    ITEM_CARD_TYPE_POTION,
                    ITEM_CARD_TYPE_WAVE,
                    ITEM_CARD_TYPE_EFFECT_NOTICE,
                    UNRECOGNIZED -> null;
        };
    }

    private static MatchEvent booster(String msgId, LinkMicBattleItemCard told, Card kind, BattleCardUse use) {
        var card = use.getCard();
        var said = said(told.getCommon());
        var from = card.getEffectTime() > 0 ? moment(Math.min(card.getEffectTime(), MOST_MILLIS) * 1000) : said;
        var to = card.getToAnchor() != 0 ? card.getToAnchor() : use.getToAnchor();
        return new MatchEvent.Booster(
                msgId,
                text(told.getBattleId()),
                said,
                kind,
                to == 0 ? null : text(to),
                times(card.getMultiple()),
                percent(card.getRateLow()),
                percent(card.getRateHigh()),
                from,
                from.plusSeconds(seconds(card.getLastDuration())));
    }

    private static int times(long told) {
        return (int) Math.clamp(told, 1, MOST_TIMES);
    }

    private static int percent(long told) {
        return (int) Math.clamp(told, 0, 100);
    }

    private static long seconds(long told) {
        return Math.clamp(told, 0, MOST_SECONDS);
    }

    private static Instant moment(long millis) {
        return Instant.ofEpochMilli(Math.clamp(millis, 0, MOST_MILLIS));
    }

    private static Instant said(CommonMessageData common) {
        return moment(common.getCreateTime());
    }

    private static String text(long id) {
        return Long.toUnsignedString(id);
    }
}
