package app.cadeau.team;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.money.Coins;
import app.cadeau.team.AuditTrail.What;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The team's tables on both databases. */
@ParameterizedClass
@EnumSource(Vendor.class)
class TeamModuleTest {

    private static final String PASSWORD = "plum-lantern-vexed-41-quay";
    private static final MemberName ADA = new MemberName("ada");

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private Instant now = Instant.parse("2026-11-27T01:00:00Z");
    private AuditTrail audit;
    private Sessions sessions;
    private Members members;
    private Consents consents;

    @BeforeEach
    void open() {
        database = TestDatabase.pooled(vendor, folder);
        InstantSource clock = () -> now;
        audit = new AuditTrail(database.jdbc(), clock, new Random(1));
        sessions = new Sessions(database.jdbc(), database.transaction(), new TeamSettings(folder), audit, clock);
        members = new Members(database.jdbc(), database.transaction(), new Passwords(), sessions, audit, clock);
        consents = new Consents(database.jdbc(), database.transaction(), audit, clock);
    }

    @Test
    void namesAreTakenOnceAndTheLastAdminStays() {
        assertThat(members.needsAdmin()).isTrue();
        assertThat(members.addFirst(ADA, PASSWORD, "owner")).isInstanceOf(Added.New.class);
        assertThat(members.addFirst(new MemberName("bob"), PASSWORD, "owner")).isInstanceOf(Added.AdminExists.class);
        assertThat(members.add(new MemberName("Ada"), PASSWORD, Role.SENDER, "ada"))
                .isInstanceOf(Added.NameTaken.class);
        assertThat(members.add(new MemberName("bob"), PASSWORD, Role.SENDER, "ada"))
                .isInstanceOf(Added.New.class);
        assertThat(members.list()).extracting(Member::role).containsExactly(Role.ADMIN, Role.SENDER);
        assertThat(members.remove(ADA, "bob")).isInstanceOf(Removed.LastAdmin.class);
        assertThat(members.remove(new MemberName("bob"), "ada")).isInstanceOf(Removed.Gone.class);
        assertThat(members.find(new MemberName("bob"))).isEmpty();
    }

    @Test
    void ofSeveralFirstAdminsAtOneMomentOneIsMade() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = Stream.of("ada", "bob", "eve", "kim")
                    .<Callable<Added>>map(name -> () -> members.addFirst(new MemberName(name), PASSWORD, "owner"))
                    .toList();
            var made = 0;
            for (var added : threads.invokeAll(tries)) {
                made += added.get() instanceof Added.New ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(members.list()).hasSize(1);
    }

    @Test
    void aRefreshTokenWorksOnceAndItsSecondUseEndsTheSession() {
        members.addFirst(ADA, PASSWORD, "owner");
        var in = sessions.begin(members.find(ADA).orElseThrow(), "a browser");
        assertThat(sessions.of(in.tokens().access())).isInstanceOf(Known.As.class);
        var anew = sessions.refresh(in.tokens().refresh(), false);
        assertThat(anew).isInstanceOf(Refreshed.Anew.class);
        assertThat(sessions.refresh(in.tokens().refresh(), false)).isInstanceOf(Refreshed.Reused.class);
        assertThat(sessions.of(((Refreshed.Anew) anew).tokens().access())).isInstanceOf(Known.Nobody.class);
        assertThat(sessions.of(ADA)).isEmpty();
        assertThat(audit.page(null, 10)).extracting(AuditLine::what).contains(What.REFRESH_REUSED.name());
    }

    @Test
    void whoIsRemovedIsOutAndSessionsEndByThemselves() {
        members.addFirst(ADA, PASSWORD, "owner");
        members.add(new MemberName("bob"), PASSWORD, Role.SENDER, "ada");
        var bob = sessions.begin(members.find(new MemberName("bob")).orElseThrow(), "a browser");
        members.remove(new MemberName("bob"), "ada");
        assertThat(sessions.of(bob.tokens().access())).isInstanceOf(Known.Nobody.class);

        var ada = sessions.begin(members.find(ADA).orElseThrow(), "a browser");
        now = now.plus(Sessions.IDLE).plus(Duration.ofHours(1));
        assertThat(sessions.refresh(ada.tokens().refresh(), false)).isInstanceOf(Refreshed.Unknown.class);
    }

    @Test
    void theAuditIsReadNewestFirstAPageAtATime() {
        for (var line = 0; line < 5; line++) {
            now = now.plusMillis(1);
            audit.add("ada", What.BUDGET_SET, "line " + line, "é".repeat(600));
        }
        var first = audit.page(null, 3);
        assertThat(first).extracting(AuditLine::subject).containsExactly("line 4", "line 3", "line 2");
        assertThat(first.getFirst().detail()).hasSize(500);
        assertThat(audit.page(first.getLast().id(), 3))
                .extracting(AuditLine::subject)
                .containsExactly("line 1", "line 0");
    }

    @Test
    void consentIsForTheAccountsOfItsTime() {
        assertThat(consents.to("www.tiktok.com")).isEmpty();
        consents.give("WWW.tiktok.com", Coins.of(500), ADA, List.of("main", "fan"), () -> {});
        assertThat(consents.covers("www.tiktok.com", "main")).isTrue();
        assertThat(consents.covers("www.tiktok.com", "later")).isFalse();
        consents.forget("main");
        assertThat(consents.covers("www.tiktok.com", "main")).isFalse();
        assertThat(consents.covers("www.tiktok.com", "fan")).isTrue();
        consents.give("www.tiktok.com", Coins.of(900), ADA, List.of("fan"), () -> {});
        assertThat(consents.to("www.tiktok.com").orElseThrow().dailyCap()).isEqualTo(Coins.of(900));
        assertThat(consents.withdraw("www.tiktok.com", "ada")).isTrue();
        assertThat(consents.to("www.tiktok.com")).isEmpty();
    }
}
