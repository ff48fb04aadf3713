/**
 * How stages and statuses say won, lost, open and over. One language a line: English, German, French, Spanish, Portuguese,
 * Italian, Dutch, Swedish with Norwegian and Danish, Polish, Russian, Czech, Turkish. Case, accents, numbers and signs do not count.
 */
function list(lines: string): readonly string[] {
  return lines.split(/[,\n]/u).flatMap((word) => word.trim() || [])
}

/** All that a stage or status says, beside the words of `BESIDE`. */
export const WON =
  list(`won, win, closedwon, signed, contract signed, agreement signed, sold, successful, success, awarded, po received, order received, purchase order received, order won, booked
  gewonnen, verkauft, beauftragt, auftrag erteilt, auftrag erhalten, auftrag gewonnen, erfolgreich, unterschrieben, vertrag unterschrieben, zugeschlagen, zuschlag erhalten
  gagne, gagnee, signe, signee, contrat signe, vendu, vendue, remporte, remportee, reussi, reussie, conclu, conclue, commande recue
  ganado, ganada, adjudicado, adjudicada, vendido, vendida, venta, venta realizada, firmado, firmada, contrato firmado, exitosa, exitoso, logrado, lograda
  ganho, ganha, venda, conquistado, conquistada, assinado, assinada, contrato assinado, venda realizada, venda concluida
  vinto, vinta, acquisito, acquisita, aggiudicato, aggiudicata, venduto, venduta, firmato, firmata, contratto firmato
  gescoord, binnengehaald, verkocht, getekend, ondertekend, contract getekend, opdracht gekregen
  vunnen, vunnet, vunnit, vundet, sald, salt, solgt, undertecknad, undertecknat, signert, signeret, avtal signerat
  wygrana, wygrane, wygrany, sprzedane, sprzedana, podpisana, podpisane, umowa podpisana, pozyskany, sukces
  успешна, успешно, успех, успешно реализовано, успешно завершена, выиграна, выиграно, выигран, выдано, продано, продана, подписан, подписано, договор подписан, реализовано
  vyhrano, vyhrana, prodano, prodana, podepsano
  kazanildi, kazanilan, satildi, imzalandi`)

/** The same, and only where nothing stands beside it: a delivered proposal is not sold. */
export const WON_ALONE =
  list(`w, delivered, invoiced, paid, installed, live, onboarding, customer, sale, order, purchased, bought, contracted
  geliefert, ausgeliefert, fakturiert, bezahlt, auftrag, bestellt
  livre, livree, facture, facturee, paye, payee, commande, commandee
  entregado, entregada, facturado, facturada, pagado, pagada, comprado
  entregue, faturado, faturada, pago, paga, comprado
  consegnato, consegnata, fatturato, fatturata, pagato, pagata, ordinato
  geleverd, gefactureerd, betaald, besteld
  levererad, levererat, levert, leveret, fakturerad, fakturert, faktureret, betald
  dostarczone, zafakturowane, oplacone
  доставлено, оплачено, оплата получена`)

/** What a lost deal is called, beside the words of `BESIDE`. */
export const LOST =
  list(`l, lost, lose, loss, closedlost, dead, abandoned, disqualified, unqualified, not qualified, cancelled, canceled, rejected, declined, refused, dropped, withdrawn, withdrew, stopped, terminated, expired, churned, failed, omitted, duplicate, inactive, no decision, no interest, not interested, no budget, no go, nogo, no bid, not pursued, bad fit, not a fit, no fit, went dark, ghosted, apology, competitor, won by competitor, competitor won, lost to competition, unsuccessful, spam, junk
  verloren, abgelehnt, abgesagt, absage, storniert, abgebrochen, aufgegeben, zuruckgezogen, gescheitert, kein interesse, kein budget, kein bedarf, nicht interessiert, nicht qualifiziert, erfolglos, inaktiv, tot, disqualifiziert, ausgeschieden
  perdu, perdue, abandon, abandonne, abandonnee, annule, annulee, refuse, refusee, rejete, rejetee, decline, declinee, echoue, echouee, sans suite, pas interesse, non interesse, sans interet, inactif, inactive, disqualifie, disqualifiee
  perdido, perdida, descartado, descartada, desestimado, desestimada, rechazado, rechazada, anulado, anulada, cancelado, cancelada, abandonado, abandonada, inactivo, inactiva, caido, caida, fallido, fallida, no interesado, sin interes, descalificado, descalificada, no calificado, no cualificado
  perdido, perdida, desistiu, desistencia, recusado, recusada, rejeitado, rejeitada, descartado, descartada, desqualificado, desqualificada, inativo, inativa, sem interesse, nao interessado, sem orcamento, reprovado, reprovada, nao qualificado
  perso, persa, annullato, annullata, rifiutato, rifiutata, respinto, respinta, abbandonato, abbandonata, scartato, scartata, ritirato, ritirata, non interessato, nessun interesse, inattivo, inattiva, fallito, fallita
  verloren, geannuleerd, geweigerd, afgewezen, afgevallen, vervallen, ingetrokken, gestopt, geen interesse, niet geinteresseerd, inactief, afgekeurd, niet doorgegaan
  forlorad, forlorat, tapt, tapte, tabt, avbruten, avbrutet, avbojd, avbojt, nekad, nekat, avslagen, avslag, installd, avvist, afvist, inget intresse, ej intresserad, inte intresserad, inaktiv, ikke interessert, nedlagd
  przegrana, przegrane, przegrany, stracona, stracone, utracona, odrzucona, odrzucone, odrzucony, anulowana, anulowane, anulowany, rezygnacja, zrezygnowal, zrezygnowano, brak zainteresowania, niezainteresowany, nieaktywna, porzucona
  провалена, провалено, провал, проиграна, проиграно, проигран, проигрыш, отказ, отказ клиента, отклонена, отклонено, отклонен, отменена, отменено, отменен, потеряна, потеряно, потерян, не реализовано, не заинтересован, неактуально, анализ причины провала, дубль, спам
  prohrano, prohrana, zamitnuto, zruseno, ztraceno
  kaybedildi, kaybedilen, reddedildi, iptal, iptal edildi`)

/** Words that say won wherever they stand … */
export const WON_SAID = list(`won, gewonnen, gagne, gagnee, gagnees, ganado, ganada, ganadas, ganho, ganha, ganhas
  vinto, vinta, vinte, adjudicada, adjudicado, aggiudicata, aggiudicato, acquisita, vunnen, vunnet, vunnit, vundet
  wygrana, wygrane, выиграна, выиграно, kazanildi`)

/** … and do not where they stand so. */
export const NOT_WON = [
  'won t',
  'won by competitor',
  'won by competition',
  'won by a competitor',
  'won by the competition',
  'competitor won',
]

/** … and the same for lost. */
export const LOST_SAID = list(`lost, verloren, perdu, perdue, perdues, perdido, perdida, perdidas, perso, persa, perse
  przegrana, przegrane, tapt, tabt, forlorad, forlorat, проигран, проиграна, провалена, kaybedildi`)

/** Whom one has lost sight of is no lost deal. */
export const NOT_LOST = ['lost contact', 'lost touch']

/** Words that say lost at the head of a stage, with the reason after them: “Cancelled by client”. */
export const LOST_FIRST = list(`disqualified, cancelled, canceled, abandoned, withdrawn, storniert, abgelehnt, abgesagt
  annule, annulee, abandonne, abandonnee, cancelado, cancelada, anulado, anulada, descartado, descartada, desistiu
  annullata, annullato, geannuleerd, avbruten, anulowana, anulowane, отказ, отменена, отменено`)

/** Over, and not how: alone or beside a word that says it. */
export const CLOSED = list(`closed, closed out
  geschlossen, abgeschlossen, beendet
  ferme, fermee, cloture, cloturee
  cerrado, cerrada, finalizado, finalizada
  fechado, fechada, encerrado, encerrada
  chiuso, chiusa, conclusa, concluso
  gesloten, afgesloten
  stangd, stangt, avslutad, avslutat, lukket, lukkede
  zamknieta, zamkniete, zamkniety, zakonczona, zakonczone
  закрыта, закрыто, закрыт, завершена, завершено
  uzavreno, uzavrena
  kapandi, kapali`)

/** A yes of the client's, or the end of the work: won where other deals are lost and none is won by a plainer word. */
export const AGREED = list(`accepted, approved, completed, complete, done, finished, finalized, fulfilled, confirmed
  angenommen, akzeptiert, genehmigt, erledigt, fertig, bestatigt
  accepte, acceptee, approuve, approuvee, termine, terminee, confirme, confirmee, validee, valide
  aceptado, aceptada, aprobado, aprobada, completado, completada, terminado, terminada, confirmado, confirmada
  aceito, aceita, aprovado, aprovada, concluido, concluida
  accettato, accettata, approvato, approvata, completato, completata, confermato, confermata
  aanvaard, geaccepteerd, akkoord, goedgekeurd, voltooid, afgerond
  accepterad, accepterat, godkand, godkant, klar, akseptert, godkjent, accepteret, godkendt
  zaakceptowana, zaakceptowane, zatwierdzona, zrealizowana, zrealizowane
  принято, принята, согласовано, выполнено, исполнено
  prijato, schvaleno, dokonceno
  kabul edildi, onaylandi, tamamlandi`)

/** A whole status that means open. */
export const OPEN =
  list(`open, ongoing, offen, laufend, ouvert, ouverte, abierto, abierta, aberto, aberta, aperto, aperta
  lopend, oppen, oppet, pagaende, apen, aben, otwarta, otwarte, otwarty, открыта, открыто, открыт, otevreno, acik`)

/** … and what is said of anything that goes on, a record or a task as well as a deal. */
export const GOING_ON =
  list(`active, in progress, in process, working, pending, new, in bearbeitung, aktiv, en cours, actif, active
  en curso, en proceso, activo, activa, em andamento, ativo, ativa, in corso, attiva, attivo, in behandeling, actief
  w toku, aktywna, aktywne, в работе, активна, devam ediyor`)

/** A place to wait, in no order with the steps of a sale: its deals are open. */
export const PARKED =
  list(`on hold, hold, onhold, paused, parked, parking, nurture, nurturing, keep in touch, long term, later, future, postponed, deferred, delayed, stalled, snoozed, backlog, recycle, sleeping, dormant, waiting
  pausiert, zuruckgestellt, ruhend, wiedervorlage, verschoben, geparkt, wartend, auf eis
  en attente, en pause, en veille, reporte, reportee, suspendu, suspendue
  en espera, en pausa, pausado, pausada, pospuesto, pospuesta, aplazado, aplazada, suspendida
  em espera, aguardando, aguardando retorno, adiado, adiada, suspenso, congelado, congelada
  in attesa, sospeso, sospesa, in pausa, rimandato, rimandata
  in de wacht, on hold gezet, uitgesteld, gepauzeerd, geparkeerd
  vilande, pausad, pausat, uppskjuten, pa vent, utsatt, parkert, pa hold
  wstrzymana, wstrzymane, odlozona, odlozone, zawieszona
  отложена, отложено, отложен, на паузе, пауза, ожидание
  odlozeno, pozastaveno
  beklemede, askida, ertelendi`)

/** Languages without spaces: part of the text, unless one of `NOT_YET` stands in it. */
export const WON_PART = list(`受注, 成約, 契約締結, 契約済, 赢单, 贏單, 成交, 수주, 성사, 계약완료`)
export const LOST_PART = list(
  `失注, 敗退, 辞退, 見送り, 却下, 中止, キャンセル, 输单, 輸單, 丢单, 流失, 실주, 실패, 무산`,
)
export const OPEN_PART = list(`進行中, 商談中, 対応中, 进行中, 진행`)
export const PARKED_PART = list(`保留, ペンディング, 休眠, 搁置, 暂停, 보류`)
export const NOT_YET = list(`見込, 予定, 確度, 予想, 未受注, 未成約, 前, 预计, 预期, 예정, 예상`)

/** What a word for won, lost or closed may stand beside, and still be all that is said. */
export const BESIDE =
  list(`deal, deals, opportunity, opp, project, lead, client, customer, prospect, offer, quote, quotation, proposal, bid, tender, by, stage, phase, status, step
  geschaft, projekt, chance, verkaufschance, angebot, kunde, vom, durch, den, der, die, als, und
  affaire, opportunite, offre, devis, client, projet, par, le, la, et
  negocio, oportunidad, oferta, propuesta, cliente, proyecto, por, el, como, fase, etapa, y
  oportunidade, proposta, negociacao, projeto, pelo, pela, como, e
  opportunita, offerta, trattativa, progetto, dal, come
  kans, offerte, klant, door, fase, en
  affar, affaren, mulighet, mulighed, offert, tilbud, kund, kunde, av, fas, och, og
  szansa, transakcja, oferta, klient, etap, i, jako, przez
  сделка, сделки, клиент, клиента, клиентом, заказ, проект, этап, и
  obchod, prilezitost, nabidka, zakaznik, a
  firsat, teklif, musteri`)

/** Words that turn the next one around. */
export const NOT = list(`not, no, non, nicht, nao, niet, nie, inte, ej, ikke, не, pas, ne`)
