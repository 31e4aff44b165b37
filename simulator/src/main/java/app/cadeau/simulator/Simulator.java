package app.cadeau.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A LIVE on the desk: page, stream, wallets and faults, on 127.0.0.1 only. One thread does all of its work. */
public final class Simulator implements AutoCloseable {

    /** A page that leaves more than this unread is dropped. */
    private static final int UNREAD_BYTES = 4 << 20;

    private final Settings settings;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup connections = new DefaultChannelGroup(group.next());
    private final Truth truth = new Truth();
    private final Faults faults;
    private final Variations variations;
    private final Looks looks;
    private final Wallets wallets;
    private final Shop shop = new Shop();
    private final Stream stream;
    private final Ids ids;
    private final RoomFrames frames;
    private final Lives lives;
    private final Orders orders;
    private final Strikes strikes = new Strikes();
    private final Channel channel;
    private final Evenings evenings;
    private final HomeDesk home;

    private Simulator(Settings settings) {
        this.settings = settings;
        this.faults = new Faults(settings.seed(), settings.clock());
        this.variations = new Variations(settings.variations());
        this.looks = new Looks(settings.look());
        this.wallets = new Wallets(settings.cast().purses(), settings.clock());
        this.ids = new Ids(settings.clock().millis());
        this.frames = new RoomFrames(variations, settings.clock());
        this.stream = new Stream(settings.clock(), variations, frames, ids);
        this.lives = new Lives(settings, stream, frames, ids);
        this.orders = new Orders(looks, faults, variations, shop, lives);
        this.home = new HomeDesk(wallets, lives, faults);
        Desks desks = new Desks(lives, stream, faults, new CallFaults(faults, group));
        this.channel = bind(desks);
        GiftFrames gifts = new GiftFrames(url(), variations, strikes);
        this.evenings = new Evenings(
                voice -> new Stage(lives, shop, faults, orders::tellAll, ids, gifts, strikes, variations, voice),
                stream,
                wallets,
                settings,
                group.next());
        furnish(desks, gifts);
        if (settings.programme() != null) {
            evenings.start(settings.programme());
        }
    }

    /** Listens when this returns. An address that is taken throws {@link java.net.BindException}. */
    public static Simulator start(Settings settings) {
        return new Simulator(settings);
    }

    private Channel bind(Desks desks) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(1 << 20, UNREAD_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpServerKeepAliveHandler())
                                .addLast(new HttpObjectAggregator(1 << 20))
                                .addLast(new Connection(desks));
                    }
                });
        try {
            return bootstrap
                    .bind(new InetSocketAddress("127.0.0.1", settings.port()))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        }
    }

    private void furnish(Desks desks, GiftFrames gifts) {
        truth.whenTaken(evenings::taken);
        new ScriptDesk(evenings, lives).open(desks);
        Echoes echoes = new Echoes(stream, gifts, faults, variations, ids, settings, group);
        Frequencies frequencies = new Frequencies(settings.clock());
        desks.at("/webcast/gift/send/", sendDesk(echoes, frequencies)::serve);
        new AccountDesk(wallets, faults, variations, settings.clock()).open(desks);
        new OfferDesk(wallets, lives, shop, frequencies, faults, settings.clock()).open(desks);
        new RoomDesk(wallets, lives, stream, frames, ids, settings.clock()).open(desks);
        new AudienceDesk(lives).open(desks);
        new PollDesk(lives, stream, faults, settings.clock()).open(desks);
        new PageDesk(settings, new PageState(wallets, variations), lives, shop, faults, orders, looks).open(desks);
        new AdminDesk(truth, faults, shop, lives, orders).open(desks);
        new WalletsAdmin(wallets).open(desks);
        home.open(desks);
        new LivesAdmin(lives, orders).open(desks);
        new VariationDesk(variations).open(desks);
        new LookDesk(looks, orders).open(desks);
        CrowdTaps taps = new CrowdTaps(echoes, shop, settings.clock(), settings.seed(), group);
        new Crowd(lives, stream, taps, frames, ids, settings).start(group);
    }

    private SendDesk sendDesk(Echoes echoes, Frequencies frequencies) {
        return new SendDesk(
                wallets,
                shop,
                new Till(lives, shop, frequencies, variations),
                frequencies,
                truth,
                faults,
                echoes,
                new Aftermath(lives, shop, orders, group),
                new SendAnswers(new SendAnswer(variations, settings.clock()), group),
                settings.clock());
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public Truth truth() {
        return truth;
    }

    public Faults faults() {
        return faults;
    }

    /** What is uncertain about the platform, and how it is played now. */
    public Variations variations() {
        return variations;
    }

    /** The evening that is played: start, stop, seek, and where it stands. */
    public Evenings evenings() {
        return evenings;
    }

    public Lives lives() {
        return lives;
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public Live live(String streamer) {
        return lives.named(streamer).orElseThrow(() -> new IllegalArgumentException("no streamer @" + streamer));
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public Wallet wallet(String name) {
        return wallets.named(name).orElseThrow(() -> new IllegalArgumentException("no account " + name));
    }

    /** A new account, or an old one with these coins, for whoever sends this session cookie. */
    public Wallet openWallet(String session, String name, long coins) {
        return wallets.open(session, name, coins);
    }

    /** The session's cookie means nobody from now on. */
    public void logOut(String session) {
        wallets.logOut(session);
    }

    /** A person confirms a log-in on the phone: the next log-in page that asks is logged in. */
    public void confirmLogIn(String name) {
        home.confirm(name);
    }

    /** Tile and till ask this price from now on; the gift list keeps the old one. */
    public void reprice(long giftId, long coins) {
        shop.reprice(giftId, coins);
        orders.tellAll();
    }

    /** Pages that are open hear of merging at once; skin, shape and language come with the next page. */
    public void wear(Look look) {
        looks.set(look);
        orders.tellAll();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly(2, TimeUnit.SECONDS); // the end of their loop leaves some open
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
