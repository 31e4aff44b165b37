package app.cadeau.browser;

import static java.lang.invoke.MethodType.methodType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.impl.Connection;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Orders to Playwright's driver whose reply nobody waits for. Its Java API has only calls that hold the thread; the
 * connection under them has the others too, but hides the names, so they are found by reflection. Its version is pinned.
 */
final class Unwaited {

    private static final String INSIDE = "com.microsoft.playwright.impl.";
    private static final MethodHandle CONNECTION;
    private static final MethodHandle NAME;
    private static final MethodHandle IS_DONE;
    private static final MethodHandle GET;

    static {
        try {
            var owner = Class.forName(INSIDE + "ChannelOwner");
            var ofOwner = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
            CONNECTION = ofOwner.findGetter(owner, "connection", Connection.class)
                    .asType(methodType(Connection.class, Object.class));
            NAME = ofOwner.findGetter(owner, "guid", String.class).asType(methodType(String.class, Object.class));
            var reply = Class.forName(INSIDE + "WaitableResult");
            var ofReply = MethodHandles.privateLookupIn(reply, MethodHandles.lookup());
            IS_DONE = ofReply.findVirtual(reply, "isDone", methodType(boolean.class))
                    .asType(methodType(boolean.class, Object.class));
            GET = ofReply.findVirtual(reply, "get", methodType(Object.class))
                    .asType(methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException changed) {
            throw new ExceptionInInitializerError(changed);
        }
    }

    private Unwaited() {}

    /** @param owner the page, context or session that is asked; answers what {@link #isDone} and {@link #get} take */
    static Object ask(Object owner, String method, JsonObject params) {
        return connection(owner).sendMessageAsync(nameOf(owner), method, params);
    }

    /** What Playwright has made for us, by the name that a reply tells; {@code kin} is any object of the same driver. */
    static <T> T made(Object kin, JsonElement reply, String what) {
        var name = reply.getAsJsonObject().getAsJsonObject(what).get("guid").getAsString();
        return connection(kin).getExistingObject(name);
    }

    /** How an object is told to the driver. */
    static JsonObject named(Object owner) {
        var name = new JsonObject();
        name.addProperty("guid", nameOf(owner));
        return name;
    }

    private static String nameOf(Object owner) {
        try {
            return (String) NAME.invokeExact(owner);
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    private static Connection connection(Object owner) {
        try {
            return (Connection) CONNECTION.invokeExact(owner);
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    static boolean isDone(Object reply) {
        try {
            return (boolean) IS_DONE.invokeExact(reply);
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    /** Of a reply that is done; throws Playwright's exception when it is a refusal. */
    static JsonElement get(Object reply) {
        try {
            var got = (Object) GET.invokeExact(reply);
            return got == null ? new JsonObject() : (JsonElement) got;
        } catch (Throwable refused) {
            throw unexpected(refused);
        }
    }

    private static RuntimeException unexpected(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException plain ? plain : new IllegalStateException(thrown);
    }
}
