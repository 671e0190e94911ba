// Self-assessment with a script: each answer is saved as it is given and can be given with the keyboard. What could not
// be saved is kept in this tab, sent again by itself, and sent after signing in again.

const form = document.querySelector('[data-self-assess]')
const status = form.querySelector('[data-status]')
const progress = form.querySelector('[data-progress]')
const rows = [...form.querySelectorAll('[data-rating]')]
const place = `espalier:unsaved:${location.pathname}`
const unsaved = new Map(kept())
let pause = 0
let timer

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(place)) ?? []
  } catch {
    return []
  }
}

function keep() {
  try {
    if (unsaved.size) sessionStorage.setItem(place, JSON.stringify([...unsaved]))
    else sessionStorage.removeItem(place)
  } catch {
    // without storage an answer lives as long as the page
  }
}

const answerOf = row => row.querySelector('input:checked')

function showProgress() {
  const answered = rows.filter(row => answerOf(row)?.value !== 'withdrawn').length
  progress.firstElementChild.textContent = progress.dataset.progress.replace('#', answered)
}

function say(word) {
  status.textContent = status.dataset[word]
  status.dataset.state = word
}

form.addEventListener('change', event => {
  const row = event.target.closest('[data-rating]')
  if (!row) return
  unsaved.set(row.id, event.target.value)
  keep()
  showProgress()
  say('saving')
})

form.addEventListener('htmx:afterRequest', event => {
  const row = event.target.closest('[data-rating]')
  if (!row) return
  // nothing but 204 means that it is saved: a sign-in page comes with 200
  const saved = event.detail.xhr?.status === 204
  row.querySelector('[data-failed]').hidden = saved
  if (saved) {
    if (answerOf(row)?.value === event.detail.requestConfig.formData.get(answerOf(row)?.name)) unsaved.delete(row.id)
    pause = 0
    if (!unsaved.size) say('saved')
  } else if (event.detail.xhr?.status === 403 && performance.now() > 5000) {
    // signed out in the meantime: the page leads to sign-in and back, and sends what it has kept
    keep()
    location.reload()
  } else {
    say('failed')
    pause = Math.min(Math.max(2000, pause * 2), 30000)
    clearTimeout(timer)
    timer = setTimeout(sendAgain, pause)
  }
  keep()
})

function sendAgain() {
  for (const id of unsaved.keys()) htmx.trigger(document.getElementById(id), 'retry')
}

addEventListener('online', sendAgain)
form.addEventListener('submit', () => {
  unsaved.clear()
  keep()
})

// Answers that an earlier visit could not save
const restore = () => {
  for (const [id, value] of unsaved) {
    const input = document.getElementById(id)?.querySelector(`input[value="${CSS.escape(value)}"]`)
    if (input) input.checked = true
    else unsaved.delete(id)
  }
  if (unsaved.size) sendAgain()
}
// htmx listens only once the whole page is there
if (document.readyState === 'complete') restore()
else addEventListener('load', restore)

// Keys count only while an answer has the focus, and never with a modifier
form.addEventListener('keydown', event => {
  const row = event.target.closest('[data-rating]')
  if (!row || event.target.type !== 'radio' || event.ctrlKey || event.metaKey || event.altKey) return
  const inputs = row.querySelectorAll('input')
  const choice = { 1: 0, 2: 1, 3: 2, 4: 3, 0: 4 }[event.key]
  if (choice !== undefined) {
    event.preventDefault()
    const input = inputs[choice]
    input.focus()
    if (!input.checked) {
      input.checked = true
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }
  } else if (event.key === 'j' || event.key === 'k') {
    event.preventDefault()
    const next = rows[rows.indexOf(row) + (event.key === 'j' ? 1 : -1)]
    if (next) {
      (answerOf(next) ?? next.querySelector('input')).focus({ preventScroll: true })
      next.scrollIntoView({ block: 'nearest' })
    }
  }
})
showProgress()
