package app.cadeau.simulator;

import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.ControlAction;
import app.cadeau.webcast.proto.ControlMessage;
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
    private final Ids ids;
    private final Clock clock;

    Lives(Settings settings, Stream stream, Ids ids) {
        this.stream = stream;
        this.ids = ids;
        this.clock = settings.clock();
        settings.cast()
                .streamers()
                .forEach(one -> byName.put(one.name(), new Live(one.name(), one.onAir(), settings.seed())));
    }

    public Optional<Live> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Live> byRoom(long roomId) {
        return byName.values().stream().filter(live -> live.roomId() == roomId).findFirst();
    }

    public Collection<Live> all() {
        return byName.values();
    }

    public void pause(Live live) {
        live.state(Live.State.PAUSED);
        control(live, ControlAction.CONTROL_ACTION_PAUSED);
    }

    public void resume(Live live) {
        live.state(Live.State.ON_AIR);
        control(live, ControlAction.CONTROL_ACTION_RESUMED);
    }

    public void end(Live live) {
        live.state(Live.State.ENDED);
        control(live, ControlAction.CONTROL_ACTION_ENDED_BY_HOST);
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
        stream.publish(live, "WebcastSimulatorMessage", ids.next(), json.getBytes(StandardCharsets.UTF_8));
    }

    private void control(Live live, ControlAction action) {
        long msgId = ids.next();
        ControlMessage message = ControlMessage.newBuilder()
                .setCommon(common(live, "WebcastControlMessage", msgId))
                .setAction(action)
                .build();
        stream.publish(live, "WebcastControlMessage", msgId, message.toByteArray());
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
