package app.cadeau.api;

import app.cadeau.team.Added;
import app.cadeau.team.Member;
import app.cadeau.team.MemberName;
import app.cadeau.team.Members;
import app.cadeau.team.Removed;
import app.cadeau.team.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/members}: who belongs to the team. */
@RestController
@RequestMapping("/api/members")
class MembersApi {

    record Line(String name, Role role, Instant createdAt) {

        static Line of(Member member) {
            return new Line(member.name().text(), member.role(), member.createdAt());
        }
    }

    private final Members members;

    MembersApi(Members members) {
        this.members = members;
    }

    @GetMapping
    List<Line> list() {
        return members.list().stream().map(Line::of).toList();
    }

    @PostMapping
    ResponseEntity<Object> add(@RequestBody(required = false) @Nullable String text, Caller caller) {
        var body = Body.read(text, Set.of("name", "password", "role"));
        var name = body.requiredWord("name", MemberName::new);
        var role = body.requiredWord("role", Role::of);
        return switch (members.add(name, body.requiredText("password"), role, caller.name())) {
            case Added.New(var member) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Line.of(member));
            case Added refused -> AuthAnswers.refused(refused);
        };
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Object> remove(@PathVariable String name, Caller caller) {
        return switch (members.remove(Body.read("name", name, MemberName::new), caller.name())) {
            case Removed.Gone() -> ResponseEntity.noContent().build();
            case Removed.NoSuchMember() -> Problems.notFound("There is no member " + name + ".");
            case Removed.LastAdmin() ->
                Problems.of(HttpStatus.CONFLICT, "LAST_ADMIN", "This is the only admin; make another one first.");
        };
    }
}
