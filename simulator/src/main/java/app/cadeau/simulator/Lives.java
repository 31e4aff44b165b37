package app.cadeau.simulator;

import app.cadeau.webcast.proto.CommonMessageData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every streamer, and what can happen to their LIVEs. Safe for any thread. */
public final class Lives {

    private final Map<String, Live> byName = new ConcurrentHashMap<>();
    private final Stream stream;
    private final RoomFrames frames;
    private final Ids ids;
    private final Clock clock;
    private final long seed;

    Lives(Settings settings, Stream stream, RoomFrames frames, Ids ids) {
        this.stream = stream;
        this.frames = frames;
        this.ids = ids;
        this.clock = settings.clock();
        this.seed = settings.seed();
        settings.cast().streamers().forEach(one -> {
            Live live = new Live(one.name(), one.onAir(), settings.seed());
            one.guests().forEach(guest -> live.welcome(guest, true));
            byName.put(one.name(), live);
        });
    }

    public Optional<Live> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The LIVE of this name; a new one, on air, when nobody has it. */
    Live open(String name) {
        return byName.computeIfAbsent(name, _ -> new Live(name, true, seed));
    }

    Optional<Live> byRoom(long roomId) {
        return byName.values().stream().filter(live -> live.roomId() == roomId).findFirst();
    }

    public Collection<Live> all() {
        return byName.values();
    }

    public void pause(Live live) {
        live.state(Live.State.PAUSED);
        control(live, RoomFrames.Control.PAUSED);
    }

    public void resume(Live live) {
        live.state(Live.State.ON_AIR);
        control(live, RoomFrames.Control.RESUMED);
    }

    public void end(Live live) {
        live.state(Live.State.ENDED);
        control(live, RoomFrames.Control.ENDED);
    }

    /** TikTok ends it. */
    public void suspend(Live live) {
        live.state(Live.State.ENDED);
        control(live, RoomFrames.Control.SUSPENDED);
    }

    /** Pages that are opened from now on find no LIVE; nobody is told. */
    public void offAir(Live live) {
        live.state(Live.State.OFF_AIR);
    }

    /** Pages that are opened from now on find the LIVE. */
    public void onAir(Live live) {
        live.state(Live.State.ON_AIR);
        live.viewers(1200);
    }

    /** Closes every socket of the LIVE; what is published before the pages come back, they miss. */
    public void dropSockets(Live live) {
        stream.drop(live);
    }

    /** Tells every open page of the simulator what to do by itself; the product sees a message that it does not know. */
    void order(Live live, String json) {
        stream.stand(live, "WebcastSimulatorMessage", ids.next(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** Every socket of the LIVE is told to close. @param forGood whether pages are to poll from now on */
    public void closeSockets(Live live, boolean forGood) {
        stream.close(live, forGood ? "server_downgrade" : "server_restart", forGood);
    }

    /** The stream of the LIVE brings nothing for so long, 0 for ever; nothing is closed. */
    public void silence(Live live, long millis) {
        stream.silence(live, millis);
    }

    /** The gifts on offer are not what they were: pages are to read the list again. */
    void panelChanged(Live live) {
        long msgId = ids.next();
        stream.publish(live, "WebcastGiftPanelUpdateMessage", msgId, frames.panelUpdate(live, msgId));
    }

    /** The platform says that gifting is blocked. */
    public void prompt(Live live, int days) {
        long msgId = ids.next();
        String body = "You can't send Gifts for %d days.".formatted(days);
        stream.publish(
                live, "WebcastGiftPromptMessage", msgId, frames.prompt(live, msgId, "Gifting unavailable", body, days));
    }

    /** The platform wants to see a captcha solved. */
    public void captcha(Live live, long seconds) {
        long msgId = ids.next();
        stream.publish(live, "WebcastAccessControlMessage", msgId, frames.captcha(live, msgId, seconds));
    }

    private void control(Live live, RoomFrames.Control control) {
        long msgId = ids.next();
        stream.publish(live, "WebcastControlMessage", msgId, frames.control(live, msgId, control, "anchor_pause"));
    }

    CommonMessageData common(Live live, String method, long msgId) {
        return CommonMessageData.newBuilder()
                .setMethod(method)
                .setMsgId(msgId)
                .setRoomId(live.roomId())
                .setCreateTime(clock.millis())
                .setShowMsg(true)
                .build();
    }
}
