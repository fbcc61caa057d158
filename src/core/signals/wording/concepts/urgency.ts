import { type ConceptTable, phrases } from './concept-table.ts';

/** Something is broken, leaking or running out now; and the words that only sound like it. */
export const urgencyConcepts = {
  outage: {
    en: phrases`
      is down, are down, went down, gone down, goes down, down again, down for, down since, been down,
      down right now, down now, site down, prod down, production down, system down, systems down,
      server down, network down, website down, checkout down, service down, phones down, tills down,
      all down, outage, outages, offline, blackout, power cut, power failure, not working for, nobody can,
      no one can, noone can, none of us can, users cant, users cannot, customers cant, customers cannot,
      patients cant, staff cant, cant log in, cannot log in, cant login, cant sign in, cannot sign in,
      cant pay, cannot pay, cant order, cant check out, cant book, cant print, cant scan, cant access,
      cannot access, failing, payment failures, 500s, 5xx, 502, 503, 504, error rate, timing out,
      timeouts, crash loop, crashlooping, crashing, crashes since, crashed, falling off a cliff,
      broken in prod, is broken, completely broken, line stopped, line is stopped, line stop, line down,
      belt stopped, stopped working, stopped responding, stopped running, has stopped, stuck orders,
      queue backing up, unreachable, unresponsive, no connection, frozen, wont start, wont boot,
      burst pipe, flooded, flood, on fire, gas leak, leaking water, evacuat*, fridge failure, cold chain,
      no heating, no power, no water, no signal, stockout, out of stock now`,
    de: phrases`
      ausgefallen, ausfalle, *ausfall, fallt aus, gefallen aus, ist down, sind down, seit heute fruh down,
      steht still, *stillstand, linie steht, linien stehen, band steht, anlage steht, produktion steht,
      maschine steht, presse steht, lager steht, alles steht, steht seit, stehen seit, geht nichts,
      nichts geht, geht gar nichts, geht nicht mehr, gehen nicht mehr, funktioniert nicht,
      funktioniert nichts, niemand kann, keiner kann, kann niemand, kann keiner, konnen nicht,
      konnen sich nicht, nicht erreichbar, nicht verfugbar, nicht einloggen, nicht anmelden,
      nicht bezahlen, nicht bestellen, nicht drucken, nicht buchen, nicht zahlen, keine anmeldung,
      kein login, kein zugriff, kein strom, kein wasser, kein netz, kein internet, keine verbindung,
      kein telefon, absturz, absturze, sturzt ab, abgesturzt, abgeraucht, gecrasht, fehlerrate,
      zusammengebrochen, lahmgelegt, eingefroren, hangt komplett, wasserrohrbruch, rohrbruch,
      wasserschaden, brennt, feuer, gasleck, uberflutet, evakuier*, kassen gehen, kassen stehen`,
    other: phrases`
      panne, hors service, ne fonctionne plus, ne marche plus, plus personne ne peut, caido, caida,
      no funciona, nadie puede, fuera de servicio, awaria, nie dziala, nie dzialaja, lezy,
      przestal dzialac, nikt nie moze, fora do ar, caiu, nao funciona, parou, ninguem consegue, 障 害, 停 止,
      停 電, 故 障`,
  },
  'customers-affected': {
    en: phrases`
      customers are calling, customers calling, customers are affected, customers affected,
      customer impact, customer impacting, users affected, users are affected, impacting customers,
      affecting customers, affecting all, affects all, all customers, all sites affected,
      orders stacking up, orders piling up, orders backing up, orders not going, orders stuck, no orders,
      losing orders, losing sales, losing money, losing revenue, revenue impact, per minute, per hour we,
      queue out the door, queues at, queue at the, queue of, phones ringing, phones are ringing,
      ringing off the hook, hotline exploding, complaints flooding, patients waiting,
      patients are waiting, patients affected, patient safety, ambulances, divert, diverted, diverting,
      theatre cancelled, surgeries cancelled, trucks waiting, lorries waiting, lorries queuing,
      drivers waiting, stranded, guests waiting, kids locked, pupils locked out, charged twice,
      double charged, double charges, wrong amounts, payroll failed, salaries not paid, wages not paid,
      wrong dose, recall, injured, injury, casualty, hurt on site, missing child, missing patient`,
    de: phrases`
      kunden betroffen, kunden sind betroffen, kunden rufen, kunden konnen, kunden warten,
      betroffene kunden, alle standorte betroffen, alle filialen, viele betroffen, betroffen sind,
      betroffen ist, auftrage stauen, auftrage bleiben liegen, bestellungen bleiben, bestellungen stauen,
      bestellungen kommen nicht, keine bestellungen, umsatzverlust, umsatz verloren, pro minute,
      pro stunde verlieren, hotline lauft heiss, telefone klingeln, telefon steht nicht still,
      patienten warten, patienten betroffen, patientensicherheit, notaufnahme, rettungswagen,
      abgemeldet von der, lkw warten, lkws warten, lkws stehen, lkw stehen, fahrer warten, schlange bis,
      schlangen an, schlange vor, gaste warten, doppelt abgebucht, falsch abgebucht, lohne nicht,
      gehalter nicht, ruckruf*, verletzte, verletzt, unfall, arbeitsunfall, vermisst`,
    other: phrases`
      clients touches, clients impactes, clientes afectados, usuarios afectados, clientes esperando,
      klienci dzwonia, klienci nie moga, pacjenci czekaja, clientes ligando, pacientes esperando, 影 響`,
  },
  'incident-word': {
    en: phrases`
      incident, incidents, inc, sev1, sev 1, sev0, sev 0, sev2, sev 2, severity 1, severity one, p0, p1,
      p 1, prio 1, priority 1, priority one, war room, warroom, bridge, crisis, emergency, ecab,
      bronze command, silver command, gold command, gold call, opel 4, code red, code black, red alert,
      black alert, firefight, firefighting, swat, mim, triage now, on call needed, paged, pager,
      pagerduty, page the, all oncall, oncalls, mayday`,
    de: phrases`
      storungen, *storung, storfall, grossschadenslage, storungsmeldung, vorfall, sicherheitsvorfall,
      zwischenfall, krisenstab*, krise, krisensitzung, krisencall, krisenrunde, krisenteam, notfall*,
      *notfall, havarie, einsatzleitung, einsatzstab, lagezentrum, prio1, stab tritt zusammen, taskforce,
      task force, alarm, alarmierung, bereitschaft bitte, rufbereitschaft bitte`,
    other: phrases`
      urgence, crise, incidente, emergencia, incydent, sztab kryzysowy, kryzys, awaryjne, sala de guerra,
      緊 急`,
  },
  breach: {
    en: phrases`
      breach, breached, leaked, leaking data, exposed, publicly accessible, public by mistake,
      compromised, hacked, hacker, hackers, intruder, intrusion, attacker, attack, cyberattack, ddos,
      ransomware, ransom, malware, phishing hit, clicked the phishing, clicked a phishing, phished,
      fraud attempt, payment fraud, ceo fraud, stolen, lost laptop, data loss, lost data, data gone,
      deleted production, dropped the table, dropped the database, wiped, encrypted files,
      files encrypted, files are encrypted, zero day, zeroday, rce, cve, log4j, exploit, exploited,
      exfiltrat*, 72 hours, 72h, ico clock, notify the ico, wrong recipient, sent to the wrong,
      see each others, see other peoples, other patients data`,
    de: phrases`
      datenpanne, datenschutzpanne, datenschutzvorfall*, datenschutzverletzung, datenleck, datenverlust,
      daten weg, daten geloscht, abgeflossen, datenabfluss, geleakt, leak, kompromittiert, gehackt,
      hackerangriff, angriff, angreifer, cyberangriff, cyberattacke, verschlusselt,
      verschlusselungstrojaner, erpress*, trojaner, schadsoftware, phishing mail geklickt, phishing link,
      auf phishing, virus, einbruch, eingebrochen, gestohlen, entwendet, diebstahl, betrugsversuch,
      offentlich zuganglich, offen im netz, falscher empfanger, an falsche empfanger, 72 stunden,
      meldepflicht, sicherheitslucke, backup fehlt, datenbank geloscht`,
    other: phrases`
      fuite de donnees, piratage, cyberattaque, rancongiciel, compromis par, brecha, fuga de datos,
      ciberataque, hackeo, robo de datos, wyciek, wlamanie, atak, vazamento, invasao, ataque, 情 報 漏, 漏 洩,
      不 正`,
  },
  rollback: {
    en: phrases`
      roll back, rollback, rolling back, rolled back, roll it back, roll forward, revert, reverting,
      hotfix, hot fix, emergency fix, emergency patch, patch now, fix now, fail over, failover,
      failing over, restore from backup, restore the backup, restore backup, restore service,
      workaround now, kill switch, take it offline, take it down, pull the plug, switch it off,
      shut it off, stop the rollout, halt the rollout, isolate, containment, rotate keys, rotate the keys,
      revoke, lock the account, feature flag off, manual fallback, paper fallback, paper process`,
    de: phrases`
      zuruckrollen, zurucknehmen, zurucksetzen, notbetrieb, notlosung, notfix, sofortmassnahme*,
      wiederherstell*, backup einspielen, aus backup, aus dem backup, abschalten, vom netz, isolieren,
      sperren, stecker ziehen, umschalten auf, ersatzsystem, handbetrieb, papierbetrieb, auf papier,
      eindammen, stoppen`,
    other: phrases`
      retour arriere, restaurer, correctif, revertir, restaurar, parche, cofnac, przywrocic, reverter,
      復 旧, 復 元`,
  },
} as const satisfies ConceptTable;
