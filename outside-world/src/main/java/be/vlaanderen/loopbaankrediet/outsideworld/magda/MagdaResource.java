package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.SwitchBoard;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.Switches.Busy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;

/** The one address of MAGDA's web services (SOAP 1.1). */
@Path("/api/Magda-02.00/soap/WebService")
@Consumes({"text/xml", "application/xml"})
@Produces("text/xml;charset=UTF-8")
@RunOnVirtualThread
public class MagdaResource {

    private static final int LARGEST = 64 * 1024;

    private final Answers answers;
    private final WorldClock clock;
    private final SwitchBoard switches;

    @Inject
    public MagdaResource(People people, Enterprises enterprises, WorldClock clock, SwitchBoard switches) {
        this.answers = new Answers(people, enterprises);
        this.clock = clock;
        this.switches = switches;
    }

    @POST
    public Response ask(byte[] envelope) throws InterruptedException {
        if (envelope.length > LARGEST) {
            return Response.status(413)
                    .entity(Reply.fault("Het bericht is te groot."))
                    .build();
        }
        Question question;
        try {
            question = Question.read(envelope);
        } catch (Question.Unreadable e) {
            return Response.status(400)
                    .entity(Reply.fault(String.valueOf(e.getMessage())))
                    .build();
        }
        Busy disturbance = switches.magda();
        if (disturbance.delay() > 0) {
            Thread.sleep(Duration.ofSeconds(disturbance.delay()));
        }
        Instant now = clock.instant();
        if (disturbance.saysBusy()) {
            return Response.ok(Reply.busy(question, now)).build();
        }
        Xml.Content content = answers.to(question);
        return Response.ok(content == null ? Reply.notFound(question, now) : Reply.answer(question, now, content))
                .build();
    }
}
