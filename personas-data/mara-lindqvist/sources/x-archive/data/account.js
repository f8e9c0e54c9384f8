window.YTD.account.part0 = [
  {
    "account": {
      "email": "mara@tawin-acoustics.example",
      "createdVia": "web",
      "username": "maralistens",
      "accountId": "261847730",
      "createdAt": "2011-03-06T19:58:44.000Z",
      "accountDisplayName": "Mara Lindqvist"
    }
  }
]
