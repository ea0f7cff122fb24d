import { expect, test } from 'vitest'
import { readMeta } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { patientId, type CaseId, type PatientId } from '../../../shared/ids.ts'
import { anna, asKarin, berit, cleo, requestFor } from '../../shared/support/board.ts'
import type { Peer } from './support/peer.ts'
import { startSync } from './support/sync-stage.ts'

const patient = (number: number) => patientId.parse(`00000000-0000-4000-8000-00000000000${number}`)
const [one, other, third] = [patient(1), patient(2), patient(3)]

/** A board of Karin's on which two cases are of patients whom the register has. */
async function open(registered: { groups: PatientId[][]; fails?: boolean }) {
  const bornAlike = async () => {
    if (registered.fails) throw new Error('away')
    return registered.groups
  }
  const stage = await startSync(undefined, { bornAlike })
  const karin = await stage.join('karin').sync()
  const add = (id: CaseId, ref: PatientId) => {
    karin.edit((doc) => {
      createCase(doc, requestFor(id), asKarin())
      editField(doc, { case: id, field: 'patient', value: { ref } }, asKarin())
    })
  }
  add(anna, one)
  add(berit, other)
  return { ...stage, karin, add }
}

const twins = ({ doc }: Peer, id: CaseId) => readMeta(doc, id)?.sameBirth

test('[U52] cases of patients born the same day say so of each other, as they come', async () => {
  const { karin, add } = await open({ groups: [[one, other]] })
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
  expect(twins(karin, berit)).toEqual([anna])
  add(cleo, one)
  await expect.poll(() => twins(karin, cleo)).toEqual([berit])
  expect(twins(karin, berit)).toEqual([anna, cleo].sort())
  expect(twins(karin, anna)).toEqual([berit])
})

test('[U52] a case that ends, or is protected, or another patient’s, is nobody’s look-alike', async () => {
  const { karin } = await open({ groups: [[one, other]] })
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
  let at = 3_000
  const change = (value: { protected?: boolean; ref?: PatientId }) =>
    karin.edit((doc) => editField(doc, { case: berit, field: 'patient', value }, asKarin(at++)))
  change({ protected: true })
  await expect.poll(() => twins(karin, anna)).toBeUndefined()
  change({ protected: false })
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
  change({ ref: third })
  await expect.poll(() => twins(karin, anna)).toBeUndefined()
  change({ ref: other })
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
  karin.edit((doc) => finishCase(doc, { case: berit, outcome: 'neither' }, asKarin(at++)))
  await expect.poll(() => twins(karin, anna)).toBeUndefined()
})

test('[U52] what the register learns is shown within half a minute, and written once', async () => {
  const registered = { groups: [] as PatientId[][] }
  const { karin, sync, log } = await open(registered)
  await expect.poll(() => readMeta(karin.doc, berit)).not.toBeNull()
  registered.groups = [[one, other]]
  await sync.keepTime()
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
  const commits = log.commits.length
  await sync.keepTime()
  expect(log.commits).toHaveLength(commits)
})

test('[U52] a board that is opened again says at once what the register has learnt', async () => {
  const registered = { groups: [] as PatientId[][] }
  const { karin, sync, join, passGrace } = await open(registered)
  await expect.poll(() => readMeta(karin.doc, berit)).not.toBeNull()
  karin.socket.close()
  await expect.poll(() => sync.connections).toBe(0)
  passGrace()
  expect(sync.rooms).toBe(0)
  registered.groups = [[one, other]]
  const back = await join('karin').sync()
  await expect.poll(() => twins(back, anna)).toEqual([berit])
})

test('[U52] a register that cannot be asked is asked again', async () => {
  const registered = { groups: [[one, other]], fails: true }
  const { karin, sync } = await open(registered)
  await expect.poll(() => readMeta(karin.doc, berit)).not.toBeNull()
  await sync.keepTime()
  expect(twins(karin, anna)).toBeUndefined()
  registered.fails = false
  await sync.keepTime()
  await expect.poll(() => twins(karin, anna)).toEqual([berit])
})
